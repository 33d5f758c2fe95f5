/** Facebook Pages and Instagram through the Graph API: asked, and told by webhooks. */
@NullMarked
package org.bedside.listening.meta;

import org.jspecify.annotations.NullMarked;
