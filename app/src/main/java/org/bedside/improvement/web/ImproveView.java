package org.bedside.improvement.web;

import java.util.List;
import org.bedside.ui.Option;
import org.bedside.ui.Tab;

/**
 * What they love beside what must change.
 *
 * @param lede the period in words
 * @param loved the first of the left column; so many more are only in the table
 * @param mustChange the first of the right column
 * @param all every group that may be shown, for the table
 * @param smaller what is not shown, in a sentence; empty where there is nothing
 * @param query of this page with its question mark, for its download
 */
public record ImproveView(
    String lede,
    List<Tab> tabs,
    boolean table,
    List<GroupView> loved,
    List<GroupView> mustChange,
    long moreLoved,
    long moreMustChange,
    List<GroupView> all,
    String smaller,
    List<Option> periods,
    String period,
    List<Option> places,
    String place,
    String query) {}
