/** States of the US and provinces of Canada by their two-letter codes: the only ones that Meta's code maps from names. */
import { namesByCode } from './name-table.ts';

export const stateNames = namesByCode(`
al alabama, ak alaska, az arizona, ar arkansas, ca california, co colorado, ct connecticut, de delaware, fl florida,
ga georgia, hi hawaii, id idaho, il illinois, in indiana, ia iowa, ks kansas, ky kentucky, la louisiana, me maine,
md maryland, ma massachusetts, mi michigan, mn minnesota, ms mississippi, mo missouri, mt montana, ne nebraska,
nv nevada, nh new hampshire, nj new jersey, nm new mexico, ny new york, nc north carolina, nd north dakota, oh ohio,
ok oklahoma, or oregon, pa pennsylvania, ri rhode island, sc south carolina, sd south dakota, tn tennessee, tx texas,
ut utah, vt vermont, va virginia, wa washington, wv west virginia, wi wisconsin, wy wyoming, dc district of columbia,
on ontario, qc quebec, bc british columbia, ab alberta, sk saskatchewan, mb manitoba, ns nova scotia,
nb new brunswick, pe prince edward island, nl newfoundland and labrador, yt yukon, nt northwest territories,
nu nunavut`);
