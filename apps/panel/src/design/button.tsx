import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Icon, type IconName } from './icon.js';

interface Look {
  /** One `main` per screen; `danger` for what cannot be taken back. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className="button" data-look={look} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  readonly icon: IconName;
  /** What it does, for whoever does not see the icon. */
  readonly label: string;
}

export function IconButton({ icon, label, look = 'quiet', size = 'normal', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className="button"
      data-look={look}
      data-size={size}
      data-icon-only
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

type ButtonLinkProps = LinkProps & Look & { readonly children: ReactNode };

/** Looks like a button and goes somewhere. */
export function ButtonLink({ look = 'plain', size = 'normal', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className="button" data-look={look} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
