import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimIndex;
import org.bedside.understanding.ClaimMatch;
import org.bedside.understanding.Post;
import tools.jackson.databind.JsonNode;

/** Posts with the claim that each repeats, and with others that share its words. */
final class ClaimPairs {

  private static final int OTHERS = 4;
  private static final int FIRST_ONES = 12;

  private final Data data;
  private final Inputs inputs;
  private final boolean dev;

  ClaimPairs(Data data, Inputs inputs, boolean dev) {
    this.data = data;
    this.inputs = inputs;
    this.dev = dev;
  }

  List<Task.Example> examples() throws IOException {
    Map<String, Claim> claims = new HashMap<>();
    for (JsonNode row : data.rows("claims/collection.jsonl")) {
      Claim claim =
          new Claim(
              row.get("vclaim_id").asString(),
              row.get("vclaim").asString(),
              row.get("title").asString(),
              row.get("subtitle").asString());
      claims.put(claim.id(), claim);
    }
    ClaimIndex index = ClaimIndex.of(List.copyOf(claims.values()));
    Map<String, String> posts = new HashMap<>();
    for (String line : Files.readAllLines(data.path("claims/train-dev-posts.tsv"))) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        posts.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    var examples = new ArrayList<Task.Example>();
    int number = 0;
    for (String line :
        Files.readAllLines(data.path("claims/" + (dev ? "dev" : "train") + ".qrels.tsv"))) {
      String[] fields = line.split("\t", -1);
      String post = posts.get(fields[0]);
      Claim right = claims.get(fields[2]);
      if (post == null || right == null || (!dev && HeldRows.isHeld(number++))) {
        continue;
      }
      examples.add(inputs.whole(right.claim(), post, Inputs.one(1)));
      int others = 0;
      for (ClaimMatch match : index.find(Post.of("post", post), FIRST_ONES)) {
        if (!match.id().equals(right.id()) && others++ < OTHERS) {
          examples.add(inputs.whole(claims.get(match.id()).claim(), post, Inputs.one(0)));
        }
      }
    }
    return examples;
  }
}
