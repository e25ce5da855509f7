#include "links/currencies.h"

#include "figures/context.h"

namespace fihris {
namespace {

// The countries that the figure's currency word may belong to, or empty.
std::string_view countries_of(const Words& words, const Figure& figure) {
  for (uint32_t token = figure.first_token; token < figure.last_token; ++token) {
    if (const WordMatch* match = words.find(token, Table::currencies))
      return row_cell(Table::currencies, match->row, currencies_columns::countries);
  }
  return {};
}

}  // namespace

void settle_currencies(const Words& words, const std::vector<Mention>& mentions, std::vector<Figure>& figures) {
  std::vector<CountryContext::Place> places;
  for (const Mention& m : mentions)
    if (m.country.size() == 2) places.push_back({m.first_token, m.country});
  if (places.empty()) return;
  const CountryContext context(places);
  for (Figure& figure : figures) {
    if (figure.rule != "currency_usual") continue;
    const std::string_view code = context.choose_code(countries_of(words, figure), figure.first_token);
    if (code.empty()) continue;
    figure.unit = code;
    figure.rule = "currency_from_names";
  }
}

}  // namespace fihris
