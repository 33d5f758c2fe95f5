package org.bedside.listening.imports;

import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;

/** The imports of every organization that a start goes on with. */
public interface UnfinishedImports {

  /** Those that run. */
  List<Unfinished> running();

  /** The ids of all whose file is still needed. */
  List<UUID> needingFiles();

  /** An import to go on with. */
  record Unfinished(OrganizationId organization, UUID id) {}
}
