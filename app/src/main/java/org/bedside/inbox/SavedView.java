package org.bedside.inbox;

import java.util.UUID;

/**
 * The filter of an address under a name.
 *
 * @param query as it stands in the address, without question mark; "mine" means whoever reads
 * @param shared whether everybody of the organization sees it
 * @param first whether the reader's inbox opens with it
 */
public record SavedView(
    UUID id, String name, String query, boolean shared, String madeBy, boolean first) {}
