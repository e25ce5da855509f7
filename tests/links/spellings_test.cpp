// How sure two scripts are one name: spellings of one above the bar, others below it.
#include "links/spellings.h"

#include <gtest/gtest.h>

#include "text/utf.h"
#include "text/view.h"

namespace fihris {
namespace {

std::u16string folded(std::string_view text) { return fold(utf8_to_utf16(text).text); }

float compare(std::string_view arabic, std::string_view latin) {
  return compare_spellings(folded(arabic), folded(latin));
}

TEST(Spellings, OneNameInTwoScripts) {
  for (const auto& [arabic, latin] : {std::pair{"ديبسيك", "DeepSeek"},
                                      {"انفيديا", "Nvidia"},
                                      {"ايردريماديشن", "AirDreamEdition"},
                                      {"زوكربيرغ", "Zuckerberg"},
                                      {"تشرشل", "Churchill"},
                                      {"ماكدونالدز", "McDonalds"}}) {
    EXPECT_GE(compare(arabic, latin), kSureSpelling) << arabic << " " << latin;
  }
}

TEST(Spellings, OtherNames) {
  for (const auto& [arabic, latin] : {std::pair{"غوغل", "Alphabet"},
                                      {"سامسونغ", "Samson"},
                                      {"بكسل6", "Pixel7"},
                                      {"نادر", "Under"},
                                      {"علي", "Ella"}}) {
    EXPECT_LT(compare(arabic, latin), kSureSpelling) << arabic << " " << latin;
  }
}

TEST(Spellings, FewConsonantsAreNeverSure) {
  EXPECT_LT(compare("بايدو", "Baidu"), kSureSpelling);
  EXPECT_GT(compare("بايدو", "Baidu"), compare("بايدو", "Fatty"));
}

TEST(Spellings, NothingToCompare) {
  EXPECT_EQ(compare("", "Nvidia"), 0);
  EXPECT_EQ(compare("انفيديا", ""), 0);
  EXPECT_EQ(compare("اوي", "Oui"), 0);
}

}  // namespace
}  // namespace fihris
