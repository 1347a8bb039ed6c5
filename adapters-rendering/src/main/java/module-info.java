import org.jspecify.annotations.NullMarked;

/** Chart and PDF of a report. */
@NullMarked
module dailyreport.adapters.rendering {
  requires transitive dailyreport.application;
  requires java.desktop;
  requires org.jfree.jfreechart;
  requires com.github.librepdf.openpdf;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.rendering;
}
