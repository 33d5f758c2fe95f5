package org.bedside.listening.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Remarks as they are kept. */
final class StoredRemarks {

  private StoredRemarks() {}

  static String write(List<Remark> remarks) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Remark remark : remarks) {
      ObjectNode one = all.addObject().put("code", remark.code()).put("count", remark.count());
      one.put("more", remark.more());
      ArrayNode names = one.putArray("names");
      remark.names().forEach(name -> names.add(Normalised.clean(name)));
    }
    return all.toString();
  }

  static List<Remark> read(@Nullable String written) {
    List<Remark> remarks = new ArrayList<>();
    for (Json one : Json.read(written).map(Json::items).orElse(List.of())) {
      Long count = one.number("count");
      Long more = one.number("more");
      remarks.add(
          new Remark(
              one.words("code"),
              count == null ? 0 : count,
              one.list("names").stream().map(Json::string).filter(Objects::nonNull).toList(),
              more == null ? 0 : more.intValue()));
    }
    return remarks;
  }
}
