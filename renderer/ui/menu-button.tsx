/** A button that opens a menu below it. */
import type { ReactNode } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import './menu.css';

type Props = { label: string; icon: IconName; text?: string; children: ReactNode };

export function MenuButton({ label, icon, text, children }: Props) {
  return (
    <MenuTrigger>
      <Button className={text === undefined ? 'button quiet square' : 'button'} aria-label={label}>
        <Icon name={icon} />
        {text}
      </Button>
      <Popover className="aria-popover" placement="bottom end">
        {children}
      </Popover>
    </MenuTrigger>
  );
}
