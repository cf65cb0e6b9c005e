"""Counted nouns: what a Vietnamese number counts. Words only; `context/unit.py` reads them.

A noun of several syllables stands here so that it is kept whole ("4.984 hồ sơ" has the unit "hồ sơ", not "hồ").
One-syllable nouns need no entry: the first word after a number is its noun unless NOT_NOUNS says otherwise.
"""

from __future__ import annotations

from qcdc_extract.document import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word.strip()) for word in text.replace("\n", ",").split(",") if word.strip())


# Nouns of two and more syllables.
COMPOUNDS = _words("""
ý kiến, kiến nghị, đề xuất, đề nghị, phản ánh, câu hỏi, góp ý, vấn đề, nội dung, nhóm vấn đề, nhóm hàng, vụ việc, vụ án, tin báo
hồ sơ, kết quả, sổ hộ tịch, bản ghi, thành phần hồ sơ, thủ tục, thủ tục hành chính, dịch vụ công, dịch vụ, giao dịch, văn bản, nghị quyết, quyết định, kế hoạch, chỉ thị, báo cáo, dự thảo, dự án luật, dự luật, dự án, tờ trình
kết luận, thông báo, công văn, biên bản, giấy chứng nhận, giấy phép, giấy khen, bằng khen, chứng chỉ, hợp đồng, hóa đơn, công điện, đề án, chương trình, quy định, quy trình, quy chế
đơn thư, đơn vị, đơn vị bầu cử, cơ quan, tổ chức, tổ hòa giải, hòa giải viên, tổ dân phố, tổ đại biểu, ban chỉ đạo, chi bộ, đảng bộ, chi hội, chi đoàn
hội nghị, cuộc họp, hội thảo, kỳ họp, phiên họp, phiên tòa, lớp học, khối lớp, khối học, phòng học, phòng khám, công trình, công trình vệ sinh, hạng mục, tuyến đường, cây cầu, cây số
mô hình, tiêu chí, chỉ tiêu, chỉ số, mục tiêu, nhiệm vụ, giải pháp, phong trào, hoạt động, sự kiện, lĩnh vực, ngành nghề, ngành hàng, mặt hàng, sản phẩm, dòng sản phẩm, chủng loại, loại hình
ngày công, ngày làm việc, lượt người, lượt công dân, lượt cử tri, lượt khách, lượt hồ sơ, lượt ý kiến, lượt bài, lượt hộ, lượt đoàn, lượt cán bộ, lượt xe, lượt học sinh, lượt đại biểu, lượt hội viên
lượt bệnh nhân, lượt phương tiện, lượt hành khách, lượt du khách, lượt truy cập, lượt tương tác, lượt đơn vị, lượt đoàn viên, lượt lao động, lượt chuyến bay, lượt giao dịch, lượt thí sinh
người dân, người lao động, người khách, người bệnh, người nước ngoài, người con, người lớn, người thân, người dùng, người mua, người bán
công dân, cử tri, nhân dân, đại biểu, nông dân, thanh niên, phụ nữ, trẻ em, hội viên, đoàn viên, đảng viên, cán bộ, công chức, viên chức, công nhân, nhân viên, giáo viên, giảng viên, bác sĩ
y tá, điều dưỡng, kỹ sư, kỹ thuật viên, chuyên gia, nhà khoa học, nhà báo, phóng viên, luật sư, doanh nhân, nghệ nhân, nghệ sĩ, vận động viên, cầu thủ, huấn luyện viên, trọng tài, tình nguyện viên
cựu chiến binh, chiến sĩ, bộ đội, cảnh sát, công an, binh sĩ, thường dân, dân thường, tù nhân, phạm nhân, học sinh, sinh viên, học viên, thí sinh, nghiên cứu sinh, du học sinh, hiệu trưởng
lao động, nhân khẩu, hộ dân, hộ gia đình, hộ kinh doanh, gia đình, cặp vợ chồng, cá nhân, tập thể, đối tượng, bị can, bị cáo, nghi phạm, nghi can, đồng phạm, nạn nhân
bệnh nhân, sản phụ, bệnh nhi, trường hợp, thuyền viên, ngư dân, hành khách, du khách, khách du lịch, khách hàng, người dùng, cổ đông, nhà đầu tư, nhà thầu
doanh nghiệp, công ty, tổng công ty, tập đoàn, hợp tác xã, ngân hàng, chi nhánh, cửa hàng, siêu thị, nhà hàng, khách sạn, nhà máy, xí nghiệp, trang trại, cơ sở, cơ sở sản xuất, hộ sản xuất
trường học, trường đại học, trường thpt, bệnh viện, trạm y tế, trung tâm, khu công nghiệp, khu dân cư, khu phố, thôn bản, xã phường, quận huyện, thị trấn, thị xã, thành phố, tỉnh thành
địa phương, quốc gia, vùng lãnh thổ, nước thành viên, khu vực, địa điểm, điểm trường, điểm cầu, nhà văn hóa, căn nhà, căn hộ, ngôi nhà, tòa nhà, biệt thự
nhà ở, phần quà, suất quà, suất học bổng, học bổng, cổ phiếu, trái phiếu, cổ phần, thuê bao, tài khoản, thẻ bảo hiểm, gói thầu, con bò, con trâu, con lợn, con gà, con vịt, gia súc, gia cầm
máy bay, chuyến bay, tàu cá, tàu thuyền, phương tiện, xe máy, xe buýt, xe tải, xe khách, xe ô tô, ô tô, thiết bị, máy tính, máy móc, cây xanh, cây trồng, bộ ngành, sở ngành, câu lạc bộ
giường bệnh, mẫu xét nghiệm, mũi tiêm, liều vắc xin, liều vaccine, huy chương, huy chương vàng, giải thưởng, bàn thắng, trận đấu, vòng đấu, tác phẩm, đầu sách, bài viết, tin bài, đề tài
lao động nữ, tiểu thương, hộ chăn nuôi, vị trí, nguyên nhân, yếu tố, điều kiện, bước, giai đoạn, thành viên, ủy viên, chức danh, biên chế, tội danh, hành vi, lỗi vi phạm, vụ vi phạm, sai phạm
cửa khẩu, sân bay, bến xe, bến tàu, nhà ga, cảng biển, chi tiết, linh vật, đơn đặt hàng, đơn hàng, hải lý, con tin, giường, phiếu bầu, lá phiếu, điểm cầu, điểm đến, tour du lịch, tấn hàng, con số
khu neo đậu, lò đốt, trạm bơm, hồ chứa, hồ thủy điện, nhà máy điện, trạm biến áp, dây chuyền, mỏ đá, cánh rừng, vườn quốc gia, ca khúc, bộ phim, tập phim, vai diễn, diễn viên, ca sĩ, người mẫu, thủy thủ, phi công
tiếp viên, tài xế, lái xe, thợ lặn, thợ mỏ, kiểm lâm, thẩm phán, hội thẩm, nhân chứng, bị hại, người bị hại, nguyên đơn, đồng nghiệp, người yêu, ứng viên, ứng cử viên, nghị sĩ, bộ trưởng, quan chức, nhà ngoại giao
sĩ quan, binh lính, quân nhân, tướng lĩnh, tên lửa, máy bay không người lái, xe tăng, tàu chiến, tàu ngầm, phi cơ, trực thăng, xe cứu thương, xe cứu hỏa, xe chữa cháy, quả bom, quả mìn, viên đạn, khẩu súng
chủng loại, giống lúa, loài cây, loài chim, loài vật, cá thể, quần thể, con giống, cây giống, cành hoa, chậu hoa, gốc cây, trái cây, thùng hàng, bao hàng, chai nước, gói mì, hộp sữa, viên thuốc, liều thuốc
cuộc thi, cuộc gọi, cuộc điện thoại, phiên giao dịch, lệnh mua, lệnh bán, hợp đồng tương lai, thương vụ, giao kèo, đối tác, nhà phân phối, đại lý, nhãn hiệu, thương hiệu, hãng hàng không, hãng tin
bài báo, tạp chí, ấn phẩm, trang web, ứng dụng, tài liệu, tệp tin, đường dây nóng, bức tranh, ngôi chùa, ngôi mộ, hài cốt, liệt sĩ, thương binh, người có công, bà mẹ, cụ già, trẻ nhỏ, trẻ sơ sinh, bé gái, bé trai
thế hệ, dân tộc, tôn giáo, ngôn ngữ, châu lục, bang, vùng miền, huyện đảo, quần đảo, hòn đảo, dòng sông, tuyến phố, con hẻm, ngã tư, nút giao, hầm chui, cầu vượt, làn đường, trạm thu phí, ga tàu, bãi đỗ xe
tổ chức đảng, chủ tịch xã, phó phòng, trưởng phòng, phân xưởng, trụ đèn, tồn tại, loại giấy tờ, phiếu khảo sát, việc làm, hội đồng, điện thoại, điện thoại di động, sòng bài, con bạc, bộ bài, xe môtô, xe mô tô
tấm gương, danh hiệu, kỷ lục, di tích, di sản, lễ hội, bảo vật, hiện vật, bài thi, nguyện vọng, tín chỉ, chuyên đề, chuyên ngành, ngành học, môn học, môn thi, điểm cầu, làn xe, gian hàng, cuộc gọi
đồng chí, khán giả, cư dân, hộ tịch, hộ khẩu, giám đốc, thạc sĩ, tiến sĩ, đạo diễn, thủ khoa, cộng sự, nhân công, nhân vật, anh em, chị em, đàn ông, con trai, con gái, em gái, em trai, việt kiều, giám thị, tử tội, thi thể, con người, sinh mạng
phương án, phương pháp, phương thức, cơ chế, biện pháp, hình thức, nguyên tắc, tiêu chuẩn, chức năng, lý do, dấu hiệu, kỹ năng, khái niệm, công đoạn, bí quyết
tham luận, văn kiện, chữ ký, tờ rơi, băng rôn, khẩu hiệu, áp phích, tiền án, tiền sự, nhà kho, nhà xưởng, làng nghề, cửa hiệu, chung cư, thị trường, liên doanh, hội chợ, vũ trường, cường quốc, trò chơi, câu thơ
sư đoàn, trung đoàn, tiểu đoàn, đại đội, trung đội, đội tuyển, hoạt chất, vi khuẩn, biến thể, xe lăn, áo phao, máy bơm, máy ảnh, điện kế, cầu thang
""")

# One-syllable classifiers and nouns that take the next word into the unit when the pair is one of these.
PAIRED = _words("""
khiếu nại, tố cáo, diện tích, dân số, sản lượng,
người khách, người bạn, người đàn ông, người phụ nữ, cái màn, con dấu, đứa con, đứa trẻ, em nhỏ, cháu bé, chiếc xe, chiếc tàu, chiếc máy, bộ hồ sơ, cuốn sách, bức tượng, bức ảnh, quả trứng, cây cầu, con đường
""")

# Compounds that are not a kind of what their first syllable names: a đơn vị is no đơn.
OPAQUE = _words("""
đơn vị, đơn vị bầu cử, đơn hàng, đơn đặt hàng, hộ chiếu, hộ tịch, hộ khẩu, con số, con tin, người mẫu, vụ mùa, cơ sở, cơ quan, nhà báo, lượt ý kiến, lượt bài, nhà thầu, nhà đầu tư, nhà khoa học, nhà máy, nhà hàng, nhà phân phối, nhà ngoại giao
""")

# One-syllable nouns that are listed together: "xã, phường, thị trấn", "bộ, ngành", "đơn, thư".
PEERS = _words("""
xã, phường, huyện, quận, tỉnh, thành, bộ, ngành, sở, ban, đơn, thư, thôn, bản, ấp, khóm, buôn, làng, xóm, hội, đoàn thể, trường, lớp, tổ, vụ, việc, xe, xuồng, ghe, tàu, thuyền, xưởng, phòng, khoa
""")

# What the cells of a table count when its columns do not say: the caption or the first header names it.
CASES = _words("""
hồ sơ, đơn, đơn thư, vụ, vụ việc, ý kiến, kiến nghị, lượt, cuộc
""")

# With which the header of a column begins that counts them: "Người", "Hộ nghèo".
HEADED = CASES | _words("""
người, hộ, hộ dân, công dân, cử tri, đại biểu, doanh nghiệp, hội nghị, buổi, lớp, mô hình, công trình, dự án, học sinh, lao động, cán bộ, đảng viên
""")

# Words that follow a number without being what it counts.
NOT_NOUNS = _words("""
thuộc, được, đã, đang, sẽ, bị, trong, tại, ở, cho, so, của, và, với, là, có, còn, từ, đến, tới, theo, do, để, khi, nhưng, mà, lên, xuống, tăng, giảm, vào, ra, trên, dưới, trước, sau, cùng, như, hoặc, hay, thì
này, đó, kia, ấy, nữa, mới, vừa, cũng, chưa, không, chỉ, đều, cả, gồm, bao, nhằm, về, qua, giữa, bằng, đạt, chiếm, gấp, tương, trở, vượt, hơn, kém, lần lượt, nên, tức, thông, nếu, vì, bởi, trừ, kể, riêng, ngoài, trung bình, bình quân
xã hội, tỷ lệ, ban hành, sửa đổi, bãi bỏ, thay thế, giải, chờ, đi, lại, rồi, đây, nằm, chuyển, nghỉ, sống, làm
""")

# Bare classifiers: they say how things are counted, not what; another number of the passage says what.
CLASSIFIERS = _words("cuộc, lượt, buổi, người, đơn vị, trường hợp, vụ, vụ việc, đơn, ca, cái, chiếc, nhà, hộ, lần, đợt, ý kiến, em, phòng, lớp, kỳ, cơ sở, nơi, địa phương")
