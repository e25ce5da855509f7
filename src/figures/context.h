// Whose news this is: which countries the text names, and where. A bare dinar
// or pound takes its country from here. It reads names of places and adjectives
// from one small table and decides nothing else.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "figures/words.h"

namespace fihris {

class CountryContext {
 public:
  struct Place {
    uint32_t token = 0;
    std::string_view country;  // ISO 3166 alpha-2
  };

  explicit CountryContext(const Words& words);
  // Of places found otherwise, in text order.
  explicit CountryContext(const std::vector<Place>& places);

  // Which of the countries in a list "SA:SAR QA:QAR ..." the text is nearest to
  // at a token: its code, or empty where the text names none of them.
  [[nodiscard]] std::string_view choose_code(std::string_view countries, size_t token) const;

 private:
  struct PackedPlace {
    uint32_t token = 0;
    uint16_t country = 0;
  };
  void add_place(uint32_t token, std::string_view country);

  std::vector<PackedPlace> places_;  // in text order
  std::unordered_map<uint16_t, uint32_t> counts_;
};

// The code of one country in such a list, or empty.
[[nodiscard]] std::string_view find_country_code(std::string_view countries, std::string_view country);

}  // namespace fihris
