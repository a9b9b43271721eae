/** Reads what stands behind a key, and refuses values that the key cannot take. */
import { isDurationBegun, readDurationMs, readNumber } from './amounts.ts';
import { choiceOf, eventKeyOf, type FieldInfo, fields } from './fields.ts';
import type { FieldName, FilterNode, FilterValue, Operator } from './query.ts';
import { FilterError, type Scanner } from './scan.ts';

type Begun = { field: FieldName; name: string; operator: string; end: number };
type Placed = FilterValue & { at: number; end: number };

/** `begun` is the key at the scanner's place, with the sign behind it. */
export function readField(scanner: Scanner, { field, name, operator: sign, end }: Begun): FilterNode {
  const info = fields[field];
  const start = scanner.at();
  const operator = operatorOf(sign);
  const isCompared = operator !== ':';
  if (isCompared && info.kind !== 'number' && info.kind !== 'duration') {
    throw new FilterError({
      at: start + name.length,
      end,
      message: `${field} is not compared: write ${info.example}.`,
      isUnfinished: false,
    });
  }
  scanner.moveTo(end);
  const values = [readValue(scanner, info)];
  while (!isCompared && scanner.take(',')) values.push(readValue(scanner, info));
  return {
    kind: 'field',
    field,
    operator,
    values: values.map((value) => checked(value, { field, info, isCompared, isLast: scanner.isAtEnd() })),
  };
}

function operatorOf(sign: string): Operator {
  const bare = sign.replace(/^:(?=.)/, '');
  return bare === '=' ? ':' : (bare as Operator);
}

function readValue(scanner: Scanner, info: FieldInfo): Placed {
  const at = scanner.at();
  const value = scanner.value(true);
  const end = scanner.at();
  if (value.text !== '') return { ...value, at, end };
  const message = `A value is missing here, such as ${info.example}.`;
  throw new FilterError({ at, end: end + 1, message, isUnfinished: scanner.isAtEnd() && !value.isQuoted });
}

type Check = { field: FieldName; info: FieldInfo; isCompared: boolean; isLast: boolean };

function checked({ text, isQuoted, at, end }: Placed, { field, info, isCompared, isLast }: Check): FilterValue {
  const refuse = (message: string, isBegun: boolean) => {
    return new FilterError({ at, end, message, isUnfinished: isLast && isBegun });
  };
  switch (info.kind) {
    case 'text':
      return { text, isQuoted };
    case 'key':
      return { text: eventKeyOf(text), isQuoted: false };
    case 'choice': {
      const choice = choiceOf(info, text);
      if (choice !== null) return { text: choice, isQuoted: false };
      const known = Object.keys(info.choices ?? {});
      const isBegun = known.some((each) => each.startsWith(text.toLowerCase()));
      throw refuse(`${field} is one of ${known.join(', ')}, not “${text}”.`, isBegun);
    }
    case 'number':
      if (readNumber(text) !== null) return { text, isQuoted: false };
      throw refuse(`${field} needs a number, such as ${info.example}.`, /^[+-]?\.?$/.test(text));
    case 'duration':
      if (!isCompared) throw refuse(`${field} is compared with > or <, such as ${info.example}.`, true);
      if (readDurationMs(text) !== null) return { text, isQuoted: false };
      throw refuse(`${field} needs a time such as 5s (ms, s, m, h or d).`, isDurationBegun(text));
  }
}
