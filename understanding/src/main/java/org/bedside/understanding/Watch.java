package org.bedside.understanding;

/**
 * A stored query.
 *
 * @param id the caller's key
 * @param query in the analysts' query language: {@code AND OR NOT ( ) "exact phrase" "a b"~n NEAR/n
 *     NEAR/nf wild* raw: #tag @name author: site: url: lang: country: rating: source:}
 */
public record Watch(String id, String query) {}
