package org.bedside.ui;

/**
 * A page of the settings; each module declares its own as a bean. The rail shows the settings to
 * those who may open one of them, and leads to the first of these.
 *
 * @param group what it belongs to
 * @param order ascending within its group
 * @param key message key of its name
 * @param permission shown only to those who hold it
 */
public record SettingsItem(
    SettingsGroup group, int order, String key, String path, String permission) {}
