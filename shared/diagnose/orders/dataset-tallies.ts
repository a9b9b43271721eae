/** Of each dataset's sales, how many an order explains: the orders are its own where these are more than half. */

export type DatasetTallies = {
  explained(dataset: string, by: 1 | -1): void;
  unexplained(dataset: string, sale: string, by: 1 | -1): void;
  isOwn(dataset: string): boolean;
  /** Unexplained sales of the datasets for which that is otherwise than when this was asked last. */
  settle(): string[];
};

type Tally = { explained: number; unexplained: Set<string>; wasOwn: boolean };

export function createDatasetTallies(): DatasetTallies {
  const tallies = new Map<string, Tally>();
  let touched = new Set<Tally>();

  function touch(dataset: string): Tally {
    const tally = tallies.get(dataset) ?? { explained: 0, unexplained: new Set<string>(), wasOwn: false };
    tallies.set(dataset, tally);
    touched.add(tally);
    return tally;
  }

  function settle(): string[] {
    const turned = [...touched].filter((tally) => isOwn(tally) !== tally.wasOwn);
    for (const tally of turned) tally.wasOwn = !tally.wasOwn;
    touched = new Set();
    return turned.flatMap(({ unexplained }) => [...unexplained]);
  }

  return {
    explained(dataset, by) {
      touch(dataset).explained += by;
    },
    unexplained(dataset, sale, by) {
      const { unexplained } = touch(dataset);
      if (by > 0) unexplained.add(sale);
      else unexplained.delete(sale);
    },
    isOwn(dataset) {
      const tally = tallies.get(dataset);
      return tally !== undefined && isOwn(tally);
    },
    settle,
  };
}

function isOwn({ explained, unexplained }: Tally): boolean {
  return explained > unexplained.size;
}
