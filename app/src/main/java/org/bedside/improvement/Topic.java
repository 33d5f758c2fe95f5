package org.bedside.improvement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is rolled up together.
 *
 * @param theme a label of the theme framework or an own theme; empty where posts have none
 * @param location null where a group's posts are about no known place, and where a ticket is about
 *     all places
 * @param clinician null where a group's posts name nobody, and where a ticket is about nobody alone
 */
public record Topic(String theme, @Nullable UUID location, @Nullable Clinician clinician) {}
