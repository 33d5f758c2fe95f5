/**
 * The database and the wall between organizations: starts or reaches PostgreSQL, migrates it,
 * connects as a role that row-level security binds, and sets the organization of each transaction.
 */
@ApplicationModule(allowedDependencies = "secrets")
@NullMarked
package org.bedside.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
