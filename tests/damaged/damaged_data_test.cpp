// The engine over damaged copies of its lexicon and its model (CMakeLists.txt
// makes them): it says so in every result, never reads them further, and still
// finds what needs neither.
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis.h"
#include "names/lexicon.h"
#include "names/model.h"

namespace fihris {
namespace {

bool warns(const Analysis& found, std::string_view code) {
  return std::any_of(found.warnings.begin(), found.warnings.end(),
                     [code](const Warning& warning) { return warning.code == code; });
}

TEST(DamagedData, IsRefused) {
  EXPECT_FALSE(lexicon_is_sound());
  EXPECT_FALSE(embedded_model().is_open());
}

TEST(DamagedData, IsToldInEveryResult) {
  for (const char16_t* text : {u"", u"Nvidia", u"5 km"}) {
    const Analysis found = analyse(text, {});
    EXPECT_TRUE(warns(found, "lexicon_unusable"));
    EXPECT_TRUE(warns(found, "model_unusable"));
  }
}

// "Nvidia sold 5 km", the verb in Arabic.
TEST(DamagedData, LeavesFiguresAndLatinNames) {
  const Analysis found = analyse(u"Nvidia \u0628\u0627\u0639\u062A 5 km", {});
  ASSERT_EQ(found.figures.size(), 1U);
  EXPECT_EQ(found.figures[0].unit, "km");
  ASSERT_EQ(found.mentions.size(), 1U);
  EXPECT_EQ(found.mentions[0].via, Via::rule);
}

}  // namespace
}  // namespace fihris
