// Exchange formats for other programs, each a plain function from the result
// and its text to UTF-8. They carry mentions and figures; the full result with
// entities, blocks and quotes is the JSON's (json.h).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "findings.h"

namespace fihris {

// A mention or a figure, in one list in text order.
struct Annotation {
  Span span;
  std::string_view type;
  const Mention* mention = nullptr;  // one of the two is set
  const Figure* figure = nullptr;
};
[[nodiscard]] std::vector<Annotation> list_annotations(const Analysis& analysis);

// RFC 4180 rows: file,start,end,type,value,low,high,hedge,unit,per,timex,entity,confidence,surface.
[[nodiscard]] std::string csv_header();
[[nodiscard]] std::string to_csv(std::string_view file, std::u16string_view source, const Analysis& analysis);

// brat standoff (.ann): T lines with offsets in code points, AnnotatorNotes with the values.
[[nodiscard]] std::string to_brat(std::u16string_view source, const Analysis& analysis);

// One token a line, tab, BIO tag; a blank line after each sentence. Proclitics
// in front of a name stand on a line of their own.
[[nodiscard]] std::string to_conll(std::u16string_view source, const Analysis& analysis);

// TEI P5: <p> per block with persName, orgName, placeName, date, measure, num, rs.
[[nodiscard]] std::string to_tei(std::string_view file, std::u16string_view source, const Analysis& analysis);

// W3C Web Annotation: an AnnotationPage with position and quote selectors.
[[nodiscard]] std::string to_webanno(std::string_view file, std::u16string_view source, const Analysis& analysis);

// A stand-alone HTML page: the text with <mark> elements, no script.
[[nodiscard]] std::string to_html(std::string_view file, std::u16string_view source, const Analysis& analysis);

// & < > " escaped for XML and HTML; characters XML forbids become U+FFFD.
[[nodiscard]] std::string escape_markup(std::u16string_view text);

}  // namespace fihris
