/** How the list is arranged: what it is sorted and grouped by, which columns it has, and how dense it is. */
import type { Selection } from 'react-aria-components';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import { type GroupKey, groupKeys, type SortKey, sortKeys } from '../../shared/view/arrange-pairs.ts';
import { prefer, usePreferences } from '../state/preferences.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { columnIds } from './column-ids.ts';
import { columns } from './columns.tsx';

const sortWords: Record<SortKey, string> = {
  time: 'Time',
  event: 'Event',
  verdict: 'Verdict',
  gap: 'Gap',
  order: 'Order or event_id',
  value: 'Value',
  page: 'Page',
  findings: 'Findings',
};
const groupWords: Record<GroupKey, string> = {
  visitor: 'Visitor',
  order: 'Order',
  event: 'Event name',
  page: 'Page',
  verdict: 'Verdict',
};
const ungrouped = 'none';

export function ArrangeMenu() {
  const { columns: shown, arrangement, density } = usePreferences();
  const pick = <T extends string>(selection: Selection, all: readonly T[]) =>
    all.filter((each) => selection === 'all' || selection.has(each));
  return (
    <MenuButton label="Arrange the list" icon="columns">
      <Menu aria-label="Arrange the list" className="aria-menu">
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[arrangement.groupBy ?? ungrouped]}
          onSelectionChange={(keys) =>
            prefer({ arrangement: { ...arrangement, groupBy: pick(keys, groupKeys)[0] ?? null } })
          }
        >
          <Header>Group by</Header>
          <Choice id={ungrouped} text="Nothing" />
          {groupKeys.map((key) => (
            <Choice key={key} id={key} text={groupWords[key]} />
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[arrangement.sortBy]}
          onSelectionChange={(keys) =>
            prefer({ arrangement: { ...arrangement, sortBy: pick(keys, sortKeys)[0] ?? 'time' } })
          }
        >
          <Header>Sort by</Header>
          {sortKeys.map((key) => (
            <Choice key={key} id={key} text={sortWords[key]} />
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="multiple"
          selectedKeys={arrangement.isDescending ? ['descending'] : []}
          onSelectionChange={(keys) =>
            prefer({ arrangement: { ...arrangement, isDescending: pick(keys, ['descending']).length > 0 } })
          }
          aria-label="Direction"
        >
          <Choice id="descending" text="Downwards" />
        </MenuSection>
        <MenuSection
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={shown}
          onSelectionChange={(keys) => prefer({ columns: pick(keys, columnIds) })}
        >
          <Header>Columns</Header>
          {columnIds.map((id) => (
            <Choice key={id} id={id} text={columns[id].title} />
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="multiple"
          selectedKeys={density === 'compact' ? ['compact'] : []}
          onSelectionChange={(keys) => prefer({ density: pick(keys, ['compact']).length > 0 ? 'compact' : 'regular' })}
          aria-label="Density"
        >
          <Choice id="compact" text="Compact rows" />
        </MenuSection>
      </Menu>
    </MenuButton>
  );
}

function Choice({ id, text }: { id: string; text: string }) {
  return (
    <MenuItem id={id} textValue={text} className="aria-menu-item">
      {({ isSelected }) => (
        <>
          <span className="menu-tick">{isSelected && <Icon name="check" size={12} />}</span>
          {text}
        </>
      )}
    </MenuItem>
  );
}
