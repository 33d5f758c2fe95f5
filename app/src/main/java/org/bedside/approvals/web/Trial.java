package org.bedside.approvals.web;

import java.util.List;
import org.bedside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Something to try the policies with, and who would be asked.
 *
 * @param steps null before anything was tried
 */
public record Trial(
    String network,
    String language,
    String topic,
    String author,
    String verdict,
    String urgency,
    String priority,
    List<Option> authors,
    List<String> themes,
    @Nullable List<StepView> steps) {}
