// Whose words are reported: the person or body named with the reporting verb,
// the phrase that stands for one ("a senior official"), or, where the clause
// names nobody ("and he added"), whoever spoke or was spoken of last.
#pragma once
#include <optional>
#include <vector>

#include "links/reports.h"

namespace fihris {

struct Speaker {
  std::optional<uint32_t> mention;
  std::optional<FoldedSpan> phrase;  // where no mention stands for it
  bool anonymous = false;
  [[nodiscard]] bool is_known() const { return mention || phrase; }
};

class Speakers {
 public:
  Speakers(const Words& words, const std::vector<Mention>& mentions, const std::vector<Figure>& figures);

  // The speaker of a report whose words begin before token `limit`.
  [[nodiscard]] Speaker find_speaker(const Report& report, uint32_t limit) const;
  // The speaker after the words: "...", said X.
  [[nodiscard]] Speaker find_after(const Report& report) const;
  // Remembers who spoke up to token `last`, for what follows without a name.
  void remember(const Speaker& speaker, uint32_t last);

  [[nodiscard]] std::optional<uint32_t> mention_at(uint32_t token) const;

 private:
  [[nodiscard]] Speaker read_subject(uint32_t first, uint32_t limit) const;
  [[nodiscard]] Speaker find_person(uint32_t first, uint32_t last) const;
  [[nodiscard]] uint32_t skip_asides(uint32_t first, uint32_t limit) const;
  [[nodiscard]] FoldedSpan first_word(uint32_t first, uint32_t limit) const;
  [[nodiscard]] Speaker read_origin(const Report& report, uint32_t limit) const;
  [[nodiscard]] Speaker read_before(const Report& report) const;
  [[nodiscard]] Speaker carry_over(const Report& report) const;
  [[nodiscard]] bool ends_subject(uint32_t token, uint32_t first) const;
  [[nodiscard]] bool may_speak(uint32_t mention) const;

  const Words& words_;
  const std::vector<Mention>& mentions_;
  std::vector<uint32_t> mention_at_;  // per token, mention index or none
  std::vector<uint32_t> date_end_;    // per token, the end of the date or time that begins there, or 0
  Speaker last_;
  uint32_t last_token_ = 0;
};

}  // namespace fihris
