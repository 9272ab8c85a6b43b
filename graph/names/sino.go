package names

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// sinoVietnamese are the syllables of Chinese names as Vietnamese reads the
// characters, after the syllable of pinyin: one reading has one pinyin here, the
// most frequent in names.
const sinoVietnamese = `an:an ang:ngang ao:ngao,áo ba:ba,bá bai:bạch,bách ban:ban bang:bang,bàng bao:bao,bảo,báo,bào bei:bắc,bối ben:bản bi:bích,tất bian:biên
	biao:bưu bin:bân,tân bing:băng,bỉnh bo:bác,bạc bu:bộ cai:thái,sài can:sán cao:tào,thảo chang:trường,xương,thường chao:triều,siêu
	chen:trần,thần,thìn cheng:trình,thành,thừa,trừng chi:trì,sí chong:sùng,trùng chu:sở,trữ chuan:xuyên,truyền chun:xuân,thuần cong:thông,tùng
	cui:thôi,thúy,thuý da:đạt,đại dai:đới dan:đan,đán dao:đạo de:đức deng:đặng,đăng di:địch,đế ding:đinh,đỉnh dong:đông,đổng,đống dou:đậu
	du:đỗ,đô duan:đoàn duo:đa,đạc en:ân er:nhĩ,nhị fa:pháp,phát fan:phàm,phạm,phàn fang:phương,phòng,phóng fei:phi,phí fen:phấn,phân
	feng:phong,phùng,phượng,phụng fu:phú,phúc,phu,phó,phù,phụ,phục,phủ gai:cái gan:cán,cam gang:cương,cang gao:cao ge:cát,cách,các gen:căn
	geng:canh gong:cung,công,củng gou:cẩu gu:cốc,cố,cổ guan:quan,quán guang:quang,quảng gui:quế,quý,quy guo:quốc,quách,quả hai:hải han:hàn,hán
	hang:hàng hao:hạo,hào,hảo he:hà,hạ,hạc,hác,hòa,hoà,hợp heng:hằng,hoành,hành hong:hồng,hoằng hou:hầu,hậu hu:hồ,hổ,hộ hua:hoa,hóa,hoá
	huai:hoài huan:hoàn,hoan huang:hoàng,huỳnh hui:huệ,huy,huê,hội,hối huo:hoắc ji:cơ,kỷ,kỉ,kế,kích,tế,cấp jia:gia,giai,giả,giáp
	jian:kiến,kiếm,kiện,giản,kiên jiang:giang,tưởng,khương jiao:giao,tiêu jie:kiệt,khiết,giới,tiệp jin:kim,cẩm,tấn,tiến,cận,cẩn,cần
	jing:tĩnh,cảnh,kinh,kỉnh,tinh,tịnh jiu:cửu ju:cúc,cự juan:quyên jun:quân,tuấn,quận kai:khải,khai kan:khảm kang:khang,kháng
	ke:khắc,kha,khả,khoa kong:khổng kuan:khoan kuang:khuông kun:côn,khôn lai:lai lan:lan,lam le:lạc lei:lôi,lỗi
	li:lý,lí,lệ,lập,lê,lực,lợi,lật,lễ,lị lian:liên,liêm,luyện liang:lương,lượng liao:liêu,liệu lie:liệt lin:lâm,lân ling:linh,lăng,lệnh,lĩnh
	liu:lưu,liễu long:long lou:lâu lu:lư,lục,lộ,lỗ,lô lü:lữ,lã luan:loan lun:luân luo:la ma:mã mao:mao,mậu mei:mai,mỹ,mĩ,mi men:môn
	meng:mạnh,mông,mộng mi:mễ miao:miêu min:mẫn,dân ming:minh,mệnh,danh mu:mộc,mục,mộ na:na nan:nam ni:nghê nian:niên ning:ninh niu:ngưu
	nong:nông ou:âu pan:phan pei:bùi,bội,bồi peng:bành,bằng pi:bì ping:bình pu:phổ,phác qi:kỳ,kì,tề,thất,khởi,thích qian:tiền,khiêm,càn
	qiang:cường qiao:kiều qin:tần,cầm,khâm qing:thanh,khánh,khanh,tình qiu:thu,khâu qu:khuất,cù,khúc quan:toàn,quyền,tuyền que:khước qun:quần
	ran:nhiên rao:nhiêu ren:nhân,nhậm,nhiệm,nhẫn rong:vinh,dung,nhung rou:nhu ru:nhữ,như ruan:nguyễn rui:thụy,thuỵ,nhuệ run:nhuận ruo:nhược
	sen:sâm sha:sa shan:sơn,san,thiện shang:thượng shao:thiệu,thiếu she:xã shen:thẩm,thân,thâm,thận sheng:thăng,thắng,thánh,sinh,thịnh
	shi:thạch,sử,thi,sĩ,sỹ,thế,thời,thực,thị shou:thọ,thủ shu:thư,thục,thụ,thuật shuai:soái shuang:song shui:thủy,thuỷ shun:thuận si:tư
	song:tống su:tô,túc sui:tùy,tuỳ sun:tôn tan:đàm,đàn tang:đường,thang tao:đào,thao teng:đằng ti:đề tian:điền,thiên tie:thiết ting:đình,đĩnh,thính
	tong:đồng,thống tu:đồ wan:vạn,uyển wang:vương,uông,vọng wei:vĩ,vệ,ngụy,nguỵ,vi,duy,uy,vị wen:văn,ôn,vấn wu:ngô,vũ,võ,ngũ
	xi:tập,hy,hi,tích,tây,hỉ,hỷ,tịch xian:hiền,hiến,tiên xiang:hướng,tường,tương,hương xiao:hiểu,tiểu,hiếu xie:tạ xin:hân,tâm,tín xing:hưng,hạnh
	xiong:hùng xiu:tú,tu xu:từ,hứa,húc xuan:tuyên,huyền xue:tiết,tuyết,học xun:huân,tuân yan:nghiêm,nhan,yến,diễm,viêm,diên yang:dương
	yao:diêu,nghiêu,diệu ye:diệp,dã yi:nghị,nghĩa,y,ích,dịch,dĩ,di,dật,ý,nhất,nghi yin:doãn,ngân,âm,ấn ying:anh,doanh,ứng,ánh,oanh
	yong:dũng,vĩnh,ung,dong you:hữu,du,vưu,do,ưu yu:vu,dư,ngọc,dụ,dục,ngu,ngư yuan:viên,nguyên,uyên,viễn,nguyện yue:nhạc,nguyệt,việt,duyệt
	yun:vân,vận ze:trạch zeng:tăng zha:tra zhai:trại zhan:chiến,chiêm,triển zhang:trương,chương zhao:triệu,chiêu zhe:triết,giá
	zhen:chân,chấn,trấn,trân zheng:trịnh,chính,chánh,chinh,tranh,chứng zhi:chí,chi,trí,trị,chỉ,chấp zhong:trung,chung,trọng zhou:chu,châu
	zhu:trúc,trụ zhuang:trang zhuo:trác zi:tử zong:tông zou:trâu zu:tổ zuo:tả,tác`

// sino maps a reading, NFC, to pinyin.
var sino = sinoReadings(sinoVietnamese)

func sinoReadings(table string) map[string]string {
	m := map[string]string{}
	for entry := range strings.FieldsSeq(table) {
		pinyin, readings, _ := strings.Cut(entry, ":")
		for r := range strings.SplitSeq(readings, ",") {
			m[r] = pinyin
		}
	}
	return m
}

// Sino returns a Chinese name that is written as Vietnamese reads its characters
// in the words of pinyin, so that Triệu Văn Bân meets Zhao Wenbin. ok is false for
// any other name, one that bears no marks among them.
func Sino(country string, words []Word) (pinyin []Word, ok bool) {
	if !slices.Contains([]string{"CN", "TW", "HK", "MO"}, country) || len(words) < 2 || len(words) > 4 {
		return nil, false
	}
	marked := false
	for _, w := range words {
		syllable := sino[composedForm(w.Marked)]
		if syllable == "" {
			return nil, false
		}
		marked = marked || w.Marked != w.Folded
		pinyin = append(pinyin, MakeWord(norm.NFKD.String(syllable)))
	}
	return pinyin, marked
}

// composedForm is the NFC of Word.Marked, whose đ is a d with a bar.
func composedForm(marked string) string {
	return norm.NFC.String(strings.ReplaceAll(marked, "d\u0335", "đ"))
}
