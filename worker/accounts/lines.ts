/**
 * Pages of rows as lines of JSON, and a last one that says how many there were. A page is read when the one before has
 * been taken: never more than one is held.
 */
export function toLines(pages: AsyncGenerator<object[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let count = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pages.next();
        const rows = done ? [{ type: 'end', rows: count }] : value;
        count += rows.length;
        controller.enqueue(encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
        if (done) controller.close();
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
