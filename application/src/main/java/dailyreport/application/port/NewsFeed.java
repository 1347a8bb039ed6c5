package dailyreport.application.port;

import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.util.List;

/** Recent headlines. */
public interface NewsFeed {

  /**
   * Headlines about the underlying, newest first, not yet chosen for relevance.
   *
   * @param limit most to return
   * @throws PortException.Market when the source did not answer
   */
  List<Headline> recent(Underlying underlying, int limit, Deadline deadline);
}
