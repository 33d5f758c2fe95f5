package org.bedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bedside.BedsideTest;
import org.bedside.browser.EveryPage.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No page of the product is left out by those who look at every page of their module. */
class PagesTest extends BedsideTest {

  /** What is fetched into a page, streamed or downloaded, and what only leads elsewhere. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/set-up", // looked at by FirstVisitStoryTest, while it can be
          "/live",
          "/inbox/new",
          "/inbox/{id}/presence",
          "/inbox/mention/{mention}",
          "/inbox/reply/{reply}",
          "/alerts/notice",
          "/inbox/{id}/pictures/{picture}",
          "/inbox/{id}/replies/{reply}",
          "/alerts/live",
          "/alerts/new",
          "/settings/audit.csv",
          "/feedback/over-time.csv",
          "/sources/feeds.opml",
          "/feedback/over-time.svg",
          "/feedback/themes.csv",
          "/ledger/rates.csv",
          "/ledger/entries.csv",
          "/improve/groups.csv",
          "/improve/tickets.csv",
          "/hooks/meta/{source}",
          "/hooks/websub/{token}",
          "/sources/granted",
          "/settings/channels/connected/{grantor}",
          "/watches/{id}/run",
          "/sources/grants/{type}/start",
          "/sources/imports/{id}/progress",
          "/sources/imports/{id}/errors.csv");

  private static final List<EveryPage> PARTS =
      List.of(
          new PagesOfAlertsTest(),
          new PagesOfApprovalsTest(),
          new PagesOfAssessmentTest(),
          new PagesOfChannelsTest(),
          new PagesOfDirectoryTest(),
          new PagesOfHandoverTest(),
          new PagesOfIdentityTest(),
          new PagesOfImportsTest(),
          new PagesOfImprovementTest(),
          new PagesOfInboxTest(),
          new PagesOfInsightTest(),
          new PagesOfLedgerTest(),
          new PagesOfMailTest(),
          new PagesOfPrivacyTest(),
          new PagesOfSourcesTest(),
          new PagesOfTargetsTest(),
          new PagesOfWatchesTest(),
          new PagesOfWordingsTest());

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void noPageIsMissingFromTheList() {
    Set<String> pages =
        mapping.getHandlerMethods().keySet().stream()
            .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(info -> info.getPatternValues().stream())
            .filter(pattern -> !pattern.startsWith("/api/") && !pattern.startsWith("/error"))
            .collect(Collectors.toCollection(TreeSet::new));
    pages.removeAll(NO_PAGES);
    pages.removeAll(
        PARTS.stream().flatMap(EveryPage::places).map(Place::pattern).collect(Collectors.toSet()));

    assertThat(pages).isEmpty();
  }
}
