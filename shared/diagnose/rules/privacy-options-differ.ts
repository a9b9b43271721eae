/** The twins ask Meta for different limits on the use of their data. */
import type { BrowserEvent, ServerEvent } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';
import { comparableCopies } from '../customer-values.ts';
import { type Rule, showsUserData } from '../rule.ts';

export const privacyOptionsDiffer: Rule = {
  code: 'privacy.options-differ',
  severity: 'warning',
  title: 'The copies have different data processing options',
  eventsManager: null,
  source: 'Meta: Data processing options',
  confidence: 'high',
  check(view) {
    const copies = comparableCopies(view);
    if (!copies || !showsUserData(copies.server)) return null;
    const [left, right] = [pixelOptions(copies.browser), serverOptions(copies.server)];
    if (left === right) return null;
    return {
      detail: `The Pixel asks for ${left}, the server for ${right}. The visitor’s choice holds for one copy only, and Meta may use the other one in full.`,
      fix: `Send the same on both sides: fbq('dataProcessingOptions', ['LDU'], 1, 1000) and data_processing_options: ['LDU'] with its _country and _state; none on both where the visitor has not limited anything.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};

function pixelOptions({ other }: BrowserEvent): string {
  return inWords(listOf(other['dpo']), other['dpoco'], other['dpost']);
}

function serverOptions({ other }: ServerEvent): string {
  const { data_processing_options: options, data_processing_options_country: country } = other;
  return inWords(listOf(options), country, other['data_processing_options_state']);
}

/** An empty list and none mean the same; place 0 asks Meta to find the place itself, as no place does. */
function inWords(options: readonly string[], country: Json | undefined, state: Json | undefined): string {
  if (options.length === 0) return 'no limit';
  return `${options.join(', ')} for country ${Number(country ?? 0) || 0}, state ${Number(state ?? 0) || 0}`;
}

const nothing: readonly string[] = [];

function listOf(value: Json | undefined): readonly string[] {
  if (value === undefined) return nothing;
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.replace(/[[\]"']/g, '').split(',') : [];
  const names = list.flatMap((name) =>
    typeof name === 'string' && name.trim() !== '' ? [name.trim().toUpperCase()] : [],
  );
  return [...new Set(names)].sort();
}
