import { AlertDialog as RadixAlert, Dialog as RadixDialog } from 'radix-ui';
import { useRef, useState, type ReactNode } from 'react';
import { useFocusReturn } from './focus-return.js';
import { useWords } from '../app/words.js';
import { Button, IconButton } from './button.js';
import { designWords } from './design.words.js';
import { UnsavedInside } from './unsaved.js';

export interface OverlayProps {
  readonly title: string;
  readonly description?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A drawer stands at the side and keeps the list in view; a dialog stands in the middle. */
  readonly shape?: 'dialog' | 'drawer';
}

/** Keeps the focus inside, closes by Esc (but asks before what was typed is lost), and gives the focus back to what opened it. */
export function Overlay({ title, description, isOpen, onClose, children, shape = 'dialog' }: OverlayProps) {
  const t = useWords(designWords);
  const focus = useFocusReturn();
  const unsaved = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const close = () => (unsaved.current ? setAsking(true) : onClose());
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="veil" />
        <RadixDialog.Content className={shape} {...focus} {...(!description && { 'aria-describedby': undefined })}>
          <div className="overlay-head">
            <RadixDialog.Title asChild>
              <h2>{title}</h2>
            </RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton icon="close" size="small" label={t('close')} />
            </RadixDialog.Close>
          </div>
          <div className="overlay-body">
            {description && <RadixDialog.Description className="soft">{description}</RadixDialog.Description>}
            <UnsavedInside value={unsaved}>{children}</UnsavedInside>
          </div>
          <Confirm
            title={t('leaveTitle')}
            text={<p>{t('leaveText')}</p>}
            confirm={t('leave')}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onConfirm={onClose}
          />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export interface ConfirmProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => unknown;
  readonly look?: 'main' | 'danger';
}

/** For what cannot be taken back. What can, is done at once and offers an undo instead. */
export function Confirm({ title, text, confirm, isOpen, onClose, onConfirm, look = 'danger' }: ConfirmProps) {
  const t = useWords(designWords);
  const focus = useFocusReturn();
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <RadixAlert.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className="veil" />
        <RadixAlert.Content className="dialog" {...focus}>
          <div className="overlay-head">
            <RadixAlert.Title asChild>
              <h2>{title}</h2>
            </RadixAlert.Title>
          </div>
          <div className="overlay-body">
            <RadixAlert.Description asChild>
              <div>{text}</div>
            </RadixAlert.Description>
            <div className="form-actions">
              <Button look={look} disabled={isBusy} onClick={() => void act()}>
                {confirm}
              </Button>
              <RadixAlert.Cancel asChild>
                <Button look="quiet">{t('cancel')}</Button>
              </RadixAlert.Cancel>
            </div>
          </div>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
