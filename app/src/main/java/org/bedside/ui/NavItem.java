package org.bedside.ui;

/**
 * A place in the rail; each module declares its own as a bean.
 *
 * @param order ascending from the top
 * @param key message key of its name
 * @param path where it leads
 * @param icon name of a symbol in the icon set
 * @param permission shown only to those who hold it
 */
public record NavItem(int order, String key, String path, String icon, String permission) {}
