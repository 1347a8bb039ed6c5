import org.jspecify.annotations.NullMarked;

/** Local cache tier and its invalidation log in one SQLite file. */
@NullMarked
module dailyreport.adapters.sqlite {
  requires transitive dailyreport.application;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.sqlite;
}
