package org.bedside.identity.web;

import org.bedside.identity.Open;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the HTTP API, written by hand and held against the routes by a test. */
@RestController
class ApiDocument {

  @Open("documentation: it says what there is, not what is in it")
  @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource document() {
    return new ClassPathResource("openapi.json");
  }
}
