import { DropdownMenu } from 'radix-ui';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export interface TriggerProps {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly onPointerEnter?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<TriggerProps>;
  /** `null` draws a line. */
  readonly actions: readonly (MenuAction | null)[];
  readonly head?: ReactNode;
}

/** Loaded when a menu is first opened, and open at once. */
export default function OpenedMenu({ trigger, actions, head }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {head && <DropdownMenu.Label className="menu-head">{head}</DropdownMenu.Label>}
          {actions.map((action, index) =>
            action === null ? (
              <DropdownMenu.Separator key={index} className="menu-line" />
            ) : (
              <DropdownMenu.Item
                key={action.label}
                className="menu-item"
                data-tone={action.tone}
                disabled={action.isDisabled ?? false}
                onSelect={action.onSelect}
              >
                {action.icon && <Icon name={action.icon} />}
                {action.label}
              </DropdownMenu.Item>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
