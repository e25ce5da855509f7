#include "figures/context.h"

#include <algorithm>

namespace fihris {
namespace {

constexpr size_t kNeighbours = 8;        // mentions looked at on each side: bounded work
constexpr double kNearTokens = 25;       // distance at which a mention weighs half
constexpr double kDocumentWeight = 0.1;  // of each mention anywhere
constexpr double kDocumentMost = 1;

uint16_t pack_country(std::string_view code) {
  return static_cast<uint16_t>((static_cast<unsigned char>(code[0]) << 8) | static_cast<unsigned char>(code[1]));
}

// Calls `visit(country, code)` for every pair of a list "SA:SAR QA:QAR ...".
template <typename Visit>
void visit_pairs(std::string_view countries, Visit visit) {
  for (size_t at = 0; at + 6 <= countries.size(); at += 7) visit(countries.substr(at, 2), countries.substr(at + 3, 3));
}

}  // namespace

CountryContext::CountryContext(const Words& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    const WordMatch* match = words.find(i, Table::countries);
    if (match == nullptr) continue;
    add_place(static_cast<uint32_t>(i), row_cell(Table::countries, match->row, countries_columns::country));
  }
}

CountryContext::CountryContext(const std::vector<Place>& places) {
  for (const Place& place : places) add_place(place.token, place.country);
}

void CountryContext::add_place(uint32_t token, std::string_view country) {
  const uint16_t packed = pack_country(country);
  places_.push_back({token, packed});
  ++counts_[packed];
}

std::string_view CountryContext::choose_code(std::string_view countries, size_t token) const {
  const auto after = std::lower_bound(places_.begin(), places_.end(), token,
                                      [](const PackedPlace& place, size_t at) { return place.token < at; });
  const auto middle = static_cast<size_t>(after - places_.begin());
  const size_t begin = middle > kNeighbours ? middle - kNeighbours : 0;
  const size_t end = std::min(places_.size(), middle + kNeighbours);
  std::string_view best;
  double best_score = 0;
  visit_pairs(countries, [&](std::string_view country, std::string_view code) {
    const uint16_t packed = pack_country(country);
    const auto count = counts_.find(packed);
    if (count == counts_.end()) return;
    double score = std::min(kDocumentMost, kDocumentWeight * count->second);
    for (size_t i = begin; i < end; ++i) {
      if (places_[i].country != packed) continue;
      const double distance = std::abs(static_cast<double>(places_[i].token) - static_cast<double>(token));
      score += 1 / (1 + distance / kNearTokens);
    }
    if (score > best_score) {
      best_score = score;
      best = code;
    }
  });
  return best;
}

std::string_view find_country_code(std::string_view countries, std::string_view country) {
  std::string_view found;
  visit_pairs(countries, [&](std::string_view candidate, std::string_view code) {
    if (candidate == country) found = code;
  });
  return found;
}

}  // namespace fihris
