package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphanSearchTest {

  @Test
  void forgetsTheOwnersOfAttemptsThatAreAccountedFor() {
    OrphanSearch search = OrphanSearch.nothing();
    for (int attempt = 1; attempt <= 1_000; attempt++) {
      String owner = "owner " + attempt;
      search = search.restored(attempt).with(owner);
      assertThat(search.owners()).contains(owner).hasSizeLessThanOrEqualTo(2);
      search = search.done(Set.of(owner));
    }

    assertThat(search).isEqualTo(new OrphanSearch(Set.of("owner 1000"), OrphanSearch.NOTHING));
  }

  @Test
  void keepsTheOwnersOfAttemptsThatAreNot() {
    OrphanSearch search =
        OrphanSearch.nothing().with("a").restored(1).with("b").restored(2).with("c");

    assertThat(search).isEqualTo(new OrphanSearch(Set.of("a", "b", "c"), 1));
  }
}
