package org.bedside.bench.watch;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.bedside.understanding.Watch;

/**
 * A query as an organisation writes it to follow a name, in a form that both engines can be given.
 *
 * @param name the words of the name, side by side
 * @param also where not empty, one of these must occur too
 * @param never none of these may occur
 */
record NameQuery(String id, List<String> name, List<String> also, List<String> never) {

  static final String FIELD = "text";

  Watch watch() {
    StringBuilder query = new StringBuilder("\"").append(String.join(" ", name)).append('"');
    if (!also.isEmpty()) {
      query.append(" AND (").append(String.join(" OR ", also)).append(')');
    }
    never.forEach(word -> query.append(" NOT ").append(word));
    return new Watch(id, query.toString());
  }

  Query lucene() {
    Query phrase = new PhraseQuery(FIELD, name.toArray(String[]::new));
    if (also.isEmpty() && never.isEmpty()) {
      return phrase;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(phrase, Occur.MUST);
    if (!also.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      also.forEach(word -> any.add(new TermQuery(new Term(FIELD, word)), Occur.SHOULD));
      all.add(any.build(), Occur.MUST);
    }
    never.forEach(word -> all.add(new TermQuery(new Term(FIELD, word)), Occur.MUST_NOT));
    return all.build();
  }
}
