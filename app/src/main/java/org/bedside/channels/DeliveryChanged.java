package org.bedside.channels;

import java.util.UUID;
import org.bedside.database.OrganizationId;

/**
 * A delivery has come into this state; published inside the transaction that stores it.
 *
 * @param key of the order
 */
public record DeliveryChanged(
    OrganizationId organization, UUID delivery, UUID key, Delivery.State state) {}
