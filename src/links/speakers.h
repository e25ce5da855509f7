// Who speaks: the mention or the noun phrase that stands as subject of a verb
// of speech, behind it or before it, and else the speaker carried over from the
// sentence or the quote before. Works in text order; it looks a bounded number
// of words around each verb.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "links/report_contents.h"

namespace fihris {

struct Speaker {
  std::optional<uint32_t> mention;
  uint32_t first = 0;  // else the phrase: tokens [first, last); empty: unknown
  uint32_t last = 0;
  uint32_t cut = 0;  // folded offset behind the proclitic of its first word; 0: nothing cut
  bool anonymous = false;

  [[nodiscard]] bool exists() const { return mention || first < last; }
};

// Bodies, places and peoples act and speak as persons do.
[[nodiscard]] bool is_actor(EntityType type);

class Speakers {
 public:
  explicit Speakers(const ReportedText& text);

  // The speaker of a verb; must be asked for every verb, in text order.
  Speaker find(const ReportVerb& verb, const ReportContent& content);
  // Of words with no verb: "name: <words>", and of "according to <name>" where `first` follows "to".
  Speaker find_before_colon(uint32_t colon);
  Speaker read_phrase(uint32_t first, uint32_t limit);
  Speaker read_source(uint32_t first, uint32_t limit);
  void remember(const Speaker& speaker, std::optional<VerbSubject> subject, uint32_t token);
  [[nodiscard]] Speaker last() const { return last_; }

 private:
  Speaker find_beside(const ReportVerb& verb, const Speaker& before, uint32_t limit);
  Speaker find_around(const ReportVerb& verb, bool informs);
  Speaker find_behind(const ReportVerb& verb, uint32_t limit);
  Speaker find_before(const ReportVerb& verb);
  [[nodiscard]] Speaker find_late_subject(uint32_t first, uint32_t limit) const;
  [[nodiscard]] Speaker find_in_sentence_before(const ReportVerb& verb) const;
  [[nodiscard]] Speaker find_antecedent(uint32_t relative) const;
  [[nodiscard]] uint32_t clause_begin(uint32_t end) const;
  [[nodiscard]] bool reaches(const Speaker& speaker, const ReportVerb& verb) const;
  [[nodiscard]] Speaker find_before_comma(const ReportVerb& verb) const;
  Speaker find_topic(const ReportVerb& verb);
  [[nodiscard]] Speaker find_before_what(const ReportVerb& verb) const;
  [[nodiscard]] Speaker find_in_when_clause(const ReportVerb& verb) const;
  [[nodiscard]] Speaker read_before_while(uint32_t pronoun) const;
  [[nodiscard]] Speaker find_in_while_clause(const ReportVerb& verb) const;
  Speaker find_driven(uint32_t saying);
  [[nodiscard]] bool is_set_between_marks(uint32_t token) const;
  Speaker find_in_sentence(const ReportVerb& verb);
  [[nodiscard]] bool is_plural(const Speaker& speaker) const;
  [[nodiscard]] Speaker carry_over(const ReportVerb& verb) const;
  [[nodiscard]] std::optional<uint32_t> find_person(uint32_t first, uint32_t limit) const;
  [[nodiscard]] uint32_t skip_address(uint32_t first, uint32_t limit) const;
  [[nodiscard]] uint32_t find_phrase_end(uint32_t first, uint32_t limit) const;
  [[nodiscard]] bool ends_phrase(uint32_t token, uint32_t first) const;
  [[nodiscard]] bool is_somebody(const Speaker& speaker) const;
  [[nodiscard]] bool is_bystander(uint32_t token) const;
  [[nodiscard]] std::optional<uint32_t> acting_mention(uint32_t first, uint32_t limit) const;
  [[nodiscard]] uint32_t sentence_begin(uint32_t token) const;

  const ReportedText& text_;
  std::vector<std::u16string_view> set_words_;  // single words between marks, folded, sorted
  Speaker last_;
  std::array<Speaker, 3> last_of_;  // by VerbSubject
  bool last_sure_ = false;          // a verb tells whether he, she or they spoke last
  Speaker subject_;                 // of the last verb that had one beside it, speech or not
  uint32_t subject_token_ = 0;
  uint32_t said_until_ = 0;  // end of the last indirect speech
  uint32_t last_token_ = 0;  // where the last speaker was met
};

}  // namespace fihris
