import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** `null` draws a line. */
  readonly actions: readonly (MenuAction | null)[];
  readonly head?: ReactNode;
}

export function Menu({ trigger, actions, head }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
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
