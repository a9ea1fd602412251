/**
 * Pages of rows as lines of JSON, and a last one that says how many there were. The first page is read before there is an
 * answer, so that what is refused is refused in time; the others when the one before has been taken: never more than one
 * is held.
 */
export async function toLines(pages: AsyncGenerator<object[]>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let ahead: IteratorResult<object[]> | undefined = await pages.next();
  let count = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = ahead ?? (await pages.next());
        ahead = undefined;
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
