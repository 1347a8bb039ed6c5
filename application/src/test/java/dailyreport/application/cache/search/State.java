package dailyreport.application.cache.search;

/**
 * A moment of the story: what is stored, and where everybody is.
 *
 * @param clock one for all; it moves when something takes a stamp
 */
record State(
    int clock,
    Bucket bucket,
    Local local,
    Past past,
    Writer first,
    Writer second,
    Reader reader,
    Invalidation invalidation,
    Rebuild rebuild) {

  /** Nobody has begun. */
  static State with(Entry record, Cast cast) {
    return new State(
        0,
        new Bucket(record, record.chart(), 0, 0),
        Local.EMPTY,
        Past.NOTHING,
        Writer.WAITING,
        cast.secondWriter() ? Writer.WAITING : Writer.GONE,
        Reader.FIRST,
        cast.invalidation() ? Invalidation.WAITING : Invalidation.GONE,
        cast.rebuild() ? Rebuild.WAITING : Rebuild.GONE);
  }

  State ticked() {
    return new State(clock + 1, bucket, local, past, first, second, reader, invalidation, rebuild);
  }

  State with(Bucket now) {
    return new State(clock, now, local, past, first, second, reader, invalidation, rebuild);
  }

  State with(Local now) {
    return new State(clock, bucket, now, past, first, second, reader, invalidation, rebuild);
  }

  State with(Past now) {
    return new State(clock, bucket, local, now, first, second, reader, invalidation, rebuild);
  }

  State with(Reader now) {
    return new State(clock, bucket, local, past, first, second, now, invalidation, rebuild);
  }

  State with(Invalidation now) {
    return new State(clock, bucket, local, past, first, second, reader, now, rebuild);
  }

  State with(Rebuild now) {
    return new State(clock, bucket, local, past, first, second, reader, invalidation, now);
  }

  Writer writer(int number) {
    return number == 1 ? first : second;
  }

  State with(int number, Writer now) {
    return number == 1
        ? new State(clock, bucket, local, past, now, second, reader, invalidation, rebuild)
        : new State(clock, bucket, local, past, first, now, reader, invalidation, rebuild);
  }
}
