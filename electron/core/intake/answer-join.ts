/** Finds the request that a logged answer belongs to: by the logger's own mark, or as the one before it. */
import { type FoundAnswer, traceIdIn } from '../../../shared/meta/find-answers.ts';

type Request = { key: string; text: string; datasetId: string | null };

export type AnswerJoin = {
  request(request: Request): void;
  /** The request's key; null where none fits, or where several do and nothing tells which. */
  answer(answer: FoundAnswer): string | null;
};

/** Requests that may still be answered; in a log the answer follows within seconds. */
const maxWaiting = 256;
/** Longer records are not kept for their mark. */
const maxTextChars = 64 * 1024;

export function createAnswerJoin(): AnswerJoin {
  let waiting: Request[] = [];
  /** How many requests came since the last answer without a mark. */
  let sinceAnswer = 0;

  const take = (request: Request | undefined): string | null => {
    if (!request) return null;
    waiting = waiting.filter((other) => other !== request);
    return request.key;
  };

  const byMark = ({ traceId, datasetId }: FoundAnswer): Request | undefined => {
    if (traceId === null) return undefined;
    const marked = waiting.filter(({ text }) => text.includes(traceId) && traceIdIn(text) === traceId);
    // A tag that sends one event to several datasets gives all of them the same mark.
    return marked.find((request) => datasetId !== null && request.datasetId === datasetId) ?? marked[0];
  };

  return {
    request(request) {
      waiting.push({ ...request, text: request.text.length > maxTextChars ? '' : request.text });
      if (waiting.length > maxWaiting) waiting.shift();
      sinceAnswer++;
    },
    answer(answer) {
      const marked = byMark(answer);
      if (marked) return take(marked);
      const isClear = sinceAnswer === 1;
      sinceAnswer = 0;
      const last = waiting.at(-1);
      const hasOtherMark = answer.traceId !== null && last !== undefined && traceIdIn(last.text) !== null;
      return isClear && !hasOtherMark ? take(last) : null;
    },
  };
}
