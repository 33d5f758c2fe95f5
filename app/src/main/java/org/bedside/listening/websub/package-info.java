/**
 * Feeds that hubs push (W3C WebSub, Recommendation of 23 January 2018): subscribing, renewing,
 * ending, and taking what hubs deliver. Asking goes on as a safety net.
 */
@NullMarked
package org.bedside.listening.websub;

import org.jspecify.annotations.NullMarked;
