import org.jspecify.annotations.NullMarked;

/** Local cache tier in a SQLite file. */
@NullMarked
module dailyreport.adapters.sqlite {
  requires transitive dailyreport.application;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;
}
