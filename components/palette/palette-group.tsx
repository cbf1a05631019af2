import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { OPTION } from '@/components/services/option';
import { Keys } from '@/components/shell/keys';
import type { PaletteCommand } from './use-commands';

/** Rows of one kind under their name. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted"
    >
      {children}
    </Command.Group>
  );
}

type CommandGroupProps = {
  heading: string;
  commands: readonly PaletteCommand[];
  onRun: (command: PaletteCommand) => void;
};

/** Pages or actions; nothing at all when none fits. */
export function CommandGroup({ heading, commands, onRun }: CommandGroupProps) {
  if (commands.length === 0) return null;
  return (
    <PaletteGroup heading={heading}>
      {commands.map((command) => (
        <Command.Item
          key={command.key}
          value={command.key}
          onSelect={() => onRun(command)}
          className={`${OPTION} gap-3`}
          data-command={command.key}
        >
          <command.icon className="size-4 shrink-0 text-ink-muted" aria-hidden />
          <span className="min-w-0 flex-1 truncate">{command.label}</span>
          {command.pressed !== undefined && (
            <Keys pressed={command.pressed} className="-my-1 max-md:hidden" />
          )}
        </Command.Item>
      ))}
    </PaletteGroup>
  );
}
