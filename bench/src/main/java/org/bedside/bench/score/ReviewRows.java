package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.List;
import org.bedside.bench.Data;
import org.bedside.bench.Reviews;
import org.bedside.bench.Reviews.Review;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Understanding;

/**
 * Real reviews whose stars and words are judged to be opposite. Some of them are: stars are given
 * by mistake, so these shares cannot come to nought.
 */
final class ReviewRows implements ScoreRow {

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    List<Review> reviews = Reviews.of(data);
    List<SentimentLabel> given =
        understanding
            .assess(reviews.stream().map(review -> Post.of("review", review.text())).toList())
            .stream()
            .map(Assessment::sentiment)
            .map(sentiment -> sentiment.label())
            .toList();
    return List.of(
        share("4 or 5 stars judged negative", reviews, given, 4, 5, SentimentLabel.NEGATIVE),
        share("1 or 2 stars judged positive", reviews, given, 1, 2, SentimentLabel.POSITIVE));
  }

  private static Figure share(
      String metric,
      List<Review> reviews,
      List<SentimentLabel> given,
      int fewest,
      int most,
      SentimentLabel wrong) {
    var answers = new ArrayList<String>();
    for (int i = 0; i < reviews.size(); i++) {
      boolean counts = reviews.get(i).stars() >= fewest && reviews.get(i).stars() <= most;
      answers.add(counts ? Rate.answer(given.get(i) == wrong) : "0/0");
    }
    return Rate.of(
        "sentiment against stars",
        metric,
        new Answered(
            reviews.stream().map(Review::text).toList(),
            reviews.stream().map(review -> String.valueOf(review.stars())).toList(),
            answers,
            Metric.SHARE),
        "real hospital reviews");
  }
}
