package org.bedside.approvals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bedside.approvals.Party;
import org.bedside.identity.Role;

/** Parties as two arrays: their keys, and beside them the names of the people among them. */
record Parties(List<Party> all) {

  static Parties read(ResultSet row, String keys, String names) throws SQLException {
    String[] key = (String[]) row.getArray(keys).getArray();
    String[] name = (String[]) row.getArray(names).getArray();
    List<Party> all = new ArrayList<>();
    for (int i = 0; i < key.length; i++) {
      String bare = key[i].substring(key[i].indexOf(':') + 1);
      all.add(
          key[i].startsWith("role:")
              ? new Party.Holder(Role.valueOf(bare))
              : new Party.Person(UUID.fromString(bare), name[i]));
    }
    return new Parties(List.copyOf(all));
  }

  String[] keys() {
    return all.stream().map(Party::key).toArray(String[]::new);
  }

  String[] names() {
    return all.stream()
        .map(
            party ->
                switch (party) {
                  case Party.Person person -> person.name();
                  case Party.Holder holder -> "";
                })
        .toArray(String[]::new);
  }
}
