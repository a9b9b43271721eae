/** How the list is arranged: what it is sorted and grouped by, which columns it has, and how dense it is. */
import { Header, Menu, MenuItem, MenuSection, type Selection } from 'react-aria-components';
import { groupKeys, sortKeys } from '../../shared/view/arrange-pairs.ts';
import { type Preferences, prefer, usePreferences } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { columnIds } from './column-ids.ts';

const { groupBy, sortBy, rows, ...words } = texts.list.arrange;

type Choice = { key: string; text: string };

type Section = {
  title: string;
  choices: readonly Choice[];
  chosen(preferences: Preferences): readonly string[];
  isSingle: boolean;
  choose(keys: ReadonlySet<string>, preferences: Preferences): Partial<Preferences>;
};

const sections: readonly Section[] = [
  {
    title: groupBy.title,
    choices: [{ key: 'none', text: groupBy.none }, ...groupKeys.map((key) => ({ key, text: groupBy[key] }))],
    isSingle: true,
    chosen: ({ arrangement }) => [arrangement.groupBy ?? 'none'],
    choose: (keys, { arrangement }) => ({
      arrangement: { ...arrangement, groupBy: groupKeys.find((key) => keys.has(key)) ?? null },
    }),
  },
  {
    title: sortBy.title,
    choices: sortKeys.map((key) => ({ key, text: sortBy[key] })),
    isSingle: true,
    chosen: ({ arrangement }) => [arrangement.sortBy],
    choose: (keys, { arrangement }) => ({
      arrangement: { ...arrangement, sortBy: sortKeys.find((key) => keys.has(key)) ?? 'time' },
    }),
  },
  {
    title: words.columns.title,
    choices: columnIds.map((key) => ({ key, text: texts.list.columns[key] })),
    isSingle: false,
    chosen: (preferences) => preferences.columns,
    choose: (keys, before) => {
      const wanted = columnIds.filter((key) => keys.has(key));
      return { columns: wanted.length === 0 ? before.columns : wanted };
    },
  },
  {
    title: rows.title,
    choices: [
      { key: 'descending', text: rows.descending },
      { key: 'compact', text: rows.compact },
    ],
    isSingle: false,
    chosen: ({ arrangement, density }) => [
      ...(arrangement.isDescending ? ['descending'] : []),
      ...(density === 'compact' ? ['compact'] : []),
    ],
    choose: (keys, { arrangement }) => ({
      arrangement: { ...arrangement, isDescending: keys.has('descending') },
      density: keys.has('compact') ? 'compact' : 'regular',
    }),
  },
];

export function ArrangeMenu() {
  const preferences = usePreferences();
  return (
    <MenuButton label={words.label} icon="columns">
      <Menu aria-label={words.label} className="aria-menu side-by-side">
        {sections.map((section) => (
          <MenuSection
            key={section.title}
            selectionMode={section.isSingle ? 'single' : 'multiple'}
            selectedKeys={section.chosen(preferences).map((key) => idOf(section, key))}
            disallowEmptySelection={section.isSingle}
            onSelectionChange={(selection) => prefer(section.choose(keysOf(section, selection), preferences))}
          >
            <Header>{section.title}</Header>
            {section.choices.map(({ key, text }) => (
              <MenuItem key={key} id={idOf(section, key)} textValue={text} className="aria-menu-item">
                {({ isSelected }) => (
                  <>
                    <span className="menu-tick">{isSelected && <Icon name="check" size={12} />}</span>
                    {text}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuButton>
  );
}

/** Ids are one namespace for the whole menu. */
function idOf({ title }: Section, key: string): string {
  return `${title}/${key}`;
}

function keysOf(section: Section, selection: Selection): Set<string> {
  const isChosen = (key: string) => selection === 'all' || selection.has(idOf(section, key));
  return new Set(section.choices.flatMap(({ key }) => (isChosen(key) ? [key] : [])));
}
