/** A bar for a share, with an optional mark for the goal. Its number stands beside it in words. */

type Props = { share: number; tone?: string; goal?: number; rest?: boolean };

export function Bar({ share, tone = 'good', goal, rest = true }: Props) {
  return (
    <span className={`bar tone-${tone}${rest ? '' : ' bare'}`} aria-hidden="true">
      <span className="bar-fill" style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      {goal !== undefined && <span className="bar-goal" style={{ left: `${goal * 100}%` }} />}
    </span>
  );
}
