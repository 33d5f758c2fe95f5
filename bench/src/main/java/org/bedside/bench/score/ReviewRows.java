package org.bedside.bench.score;

import java.util.List;
import org.bedside.bench.Data;
import org.bedside.bench.score.Reviews.Review;
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
    int part = 0;
    int whole = 0;
    for (int i = 0; i < reviews.size(); i++) {
      if (reviews.get(i).stars() >= fewest && reviews.get(i).stars() <= most) {
        whole++;
        part += given.get(i) == wrong ? 1 : 0;
      }
    }
    return Rate.of("sentiment against stars", metric, part, whole, "real hospital reviews");
  }
}
