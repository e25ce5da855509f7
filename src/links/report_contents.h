// What each verb of speech reports: the quotation it introduces, or the words
// behind its "that" up to the next verb of speech, attribution or sentence end.
// Who speaks is not asked here.
#pragma once
#include <vector>

#include "links/reported_text.h"

namespace fihris {

struct ReportContent {
  uint32_t quotation = kNone;  // direct speech: index into ReportedText::quotations
  uint32_t begin = 0;          // indirect speech: tokens [begin, end); empty: none
  uint32_t end = 0;
  uint32_t introduced = 0;  // the token that introduces it, "that", a colon or a mark: the speaker stands before

  [[nodiscard]] bool is_direct() const { return quotation != kNone; }
  [[nodiscard]] bool is_indirect() const { return begin < end; }
  [[nodiscard]] bool exists() const { return is_direct() || is_indirect(); }
};

// One for each verb of the text.
[[nodiscard]] std::vector<ReportContent> find_contents(const ReportedText& text);

// The word before the mark makes the quoted ones a title or a name.
[[nodiscard]] bool is_titled(const ReportedText& text, const Quotation& quotation);
// The same, or one mention covers them.
[[nodiscard]] bool is_quoted_name(const ReportedText& text, const Quotation& quotation);

}  // namespace fihris
