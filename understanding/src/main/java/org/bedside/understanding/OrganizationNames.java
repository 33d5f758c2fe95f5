package org.bedside.understanding;

import java.util.List;

/**
 * What is written when an organization is meant, as a person enters it.
 *
 * @param names of the organization and its houses, short forms too
 * @param places towns, quarters and counties; they tell its names from the same names elsewhere
 * @param clinicians with or without title and degrees
 * @param handles of its accounts, with or without @, or its web addresses
 */
public record OrganizationNames(
    List<String> names, List<String> places, List<String> clinicians, List<String> handles) {

  public OrganizationNames {
    names = List.copyOf(names);
    places = List.copyOf(places);
    clinicians = List.copyOf(clinicians);
    handles = List.copyOf(handles);
  }
}
